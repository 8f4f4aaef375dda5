/** What adapters share; below it, one package for each outside system. */
package fr.sisamu.portail.adapter;
