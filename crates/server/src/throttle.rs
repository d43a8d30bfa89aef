//! How often one address may try something: to log in, to send what anybody may send. It only keeps a
//! single machine from trying many times; what one login or one commune bears is counted in the database.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Addresses remembered before the idle ones are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts tries by address.
pub struct Throttle(DefaultKeyedRateLimiter<IpAddr>);

impl Throttle {
    /// Lets so many tries of one address pass in a minute.
    pub fn per_minute(tries: NonZeroU32) -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(tries)))
    }

    /// Lets so many tries of one address pass in an hour.
    pub fn per_hour(tries: NonZeroU32) -> Self {
        Self(RateLimiter::keyed(Quota::per_hour(tries)))
    }

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

    const MOST: NonZeroU32 = NonZeroU32::new(5).unwrap();

    #[test]
    fn one_address_is_stopped_and_another_is_not() {
        for gate in [Throttle::per_minute(MOST), Throttle::per_hour(MOST)] {
            let (one, other) = (IpAddr::from([127, 0, 0, 1]), IpAddr::from([127, 0, 0, 2]));
            let tries = (0..MOST.get() + 5).filter(|_| gate.lets_in(one)).count();
            assert_eq!(tries, MOST.get() as usize);
            assert!(gate.lets_in(other));
        }
    }
}
