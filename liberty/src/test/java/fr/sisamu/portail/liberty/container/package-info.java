/** What only the container can show: the EAR as shipped, with one test WAR in it, in a server of its own. */
package fr.sisamu.portail.liberty.container;
