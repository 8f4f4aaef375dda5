/**
 * One-time codes: the channels they go to, the challenges that await them, the login and the recovery that they prove.
 * Enter by {@link fr.sisamu.portail.otp.ChannelService}, {@link fr.sisamu.portail.otp.OtpLoginService} and {@link
 * fr.sisamu.portail.otp.RecoveryService}.
 *
 * <p>A code is nowhere: it is derived from its challenge's random id and the server's key whenever it is sent or compared.
 */
package fr.sisamu.portail.otp;
