//! How often one address may try to log in, whatever login it names. The delay of one login grows in
//! the database; this gate only keeps a single machine from trying many.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Tries of one address in a minute; a commune's office is one address, so it is generous.
const PER_MINUTE: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// Addresses remembered before the idle ones are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts tries by address.
pub struct LoginGate(DefaultKeyedRateLimiter<IpAddr>);

impl Default for LoginGate {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(PER_MINUTE)))
    }
}

impl LoginGate {
    /// Whether this address may try once more now.
    pub fn lets_in(&self, address: IpAddr) -> bool {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        self.0.check_key(&address).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_stopped_and_another_is_not() {
        let gate = LoginGate::default();
        let (one, other) = (IpAddr::from([127, 0, 0, 1]), IpAddr::from([127, 0, 0, 2]));
        let tries = (0..PER_MINUTE.get() + 5).filter(|_| gate.lets_in(one)).count();
        assert_eq!(tries, PER_MINUTE.get() as usize);
        assert!(gate.lets_in(other));
    }
}
