/** Choosing the profile one works under, after the login and at any time from the bandeau. */
package fr.sisamu.portail.web.profile;
