/** What the pages share: the language, the short forms of an answer, the next step of a journey. */
package fr.sisamu.portail.web.page;
