/**
 * What a supervisor sees of a unit and may do for its agents at three in the morning: who is on, free a phone, end a
 * session, lift delays, reset a channel with a second person. Every method takes the {@link fr.sisamu.portail.role.Rights}
 * of its caller and asks them before anything else; whoever is not of the unit is not there. Every deed leaves a trace on
 * the agent's account and on the supervisor's. Enter by {@link fr.sisamu.portail.supervision.SupervisionService}.
 */
package fr.sisamu.portail.supervision;
