/**
 * Accès de secours (break-glass): an agent without card, telephone or provider comes in for one shift, by a one-time secret
 * that a supervisor of the unit reads out to them. It needs nothing but the database. What it opens is the weakest of
 * sessions, confined to that unit; everybody concerned is told, and each access waits on a list until somebody else has
 * reviewed it in words. Enter by {@link fr.sisamu.portail.emergency.EmergencyAccessService}.
 */
package fr.sisamu.portail.emergency;
