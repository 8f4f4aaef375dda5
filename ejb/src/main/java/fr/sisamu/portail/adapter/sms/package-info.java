/** SMS providers, by SMPP 3.4 and by HTTP, in the order that the settings give. See docs/sms.md for real ones. */
package fr.sisamu.portail.adapter.sms;
