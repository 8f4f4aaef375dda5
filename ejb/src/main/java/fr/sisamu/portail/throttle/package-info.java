/**
 * Slows down whoever guesses, without ever shutting the staff out: delays and no locks, none of them for cards or Pro
 * Santé Connect. Enter by {@link fr.sisamu.portail.throttle.ThrottleService}.
 */
package fr.sisamu.portail.throttle;
