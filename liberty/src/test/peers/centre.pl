# An SMS centre on Net::SMPP, which has no line in common with the library that the portal uses.
# Usage: centre.pl PORT SYSTEM-ID PASSWORD FILE. Each submit_sm becomes a line of FILE: number, data_coding, esm_class and
# text in hexadecimal; a delivery receipt (SMPP 3.4, appendix B) follows where one was asked for, and another line once it is
# answered.
use strict;
use warnings;
use IO::Handle;
use Net::SMPP;

my ($port, $system, $password, $file) = @ARGV;
open my $taken, '>>', $file or die "$file: $!";
$taken->autoflush(1);
my $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34, interface_version => 0x34)
  or die "port $port: $!";
$SIG{CHLD} = 'IGNORE';
while (1) {
  my $session = $listener->accept or next;
  serve($session), exit if !fork;
}

sub serve {
  my ($session) = @_;
  my $count = 0;
  $session->set_version(0x34);
  while (my $pdu = $session->read_pdu) {
    my %answer = (seq => $pdu->{seq});
    if ($pdu->{cmd} == 0x09) {    # bind_transceiver
      my $known = $pdu->{system_id} eq $system && $pdu->{password} eq $password;
      $session->bind_transceiver_resp(%answer, system_id => 'PERL', status => $known ? 0 : 0x0e);
    } elsif ($pdu->{cmd} == 0x04) {    # submit_sm
      my $id = "$$-" . ++$count;
      print $taken join("\t", $pdu->{destination_addr}, $pdu->{data_coding}, $pdu->{esm_class},
        unpack('H*', $pdu->{short_message})), "\n";
      $session->submit_sm_resp(%answer, message_id => $id);
      $session->deliver_sm(
        async => 1, esm_class => 0x04,
        source_addr => $pdu->{destination_addr}, destination_addr => $pdu->{source_addr},
        short_message => "id:$id sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:DELIVRD err:000 text:"
      ) if $pdu->{registered_delivery};
    } elsif ($pdu->{cmd} == 0x80000005) {    # deliver_sm_resp
      print $taken "receipt answered\n" if $pdu->{status} == 0;
    } elsif ($pdu->{cmd} == 0x15) {    # enquire_link
      $session->enquire_link_resp(%answer);
    } elsif ($pdu->{cmd} == 0x06) {    # unbind
      $session->unbind_resp(%answer);
      return;
    }
  }
}
