//! Any bytes that are text, held to the laws of the property tests.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| ftspec_tests::laws::hold(text));
