/**
 * The way in and its guards: one mechanism that recognises the session's cookie or hands a proof to an identity store,
 * and the filters that every request passes. It names no login method.
 */
package fr.sisamu.portail.web.security;
