/** The page by which an agent comes in on a one-time secret, and the list on which each such access is reviewed. */
package fr.sisamu.portail.web.emergency;
