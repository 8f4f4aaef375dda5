/** An SMS centre that speaks SMPP 3.4, and a gateway that is asked by HTTP. */
package fr.sisamu.portail.partners.sms;
