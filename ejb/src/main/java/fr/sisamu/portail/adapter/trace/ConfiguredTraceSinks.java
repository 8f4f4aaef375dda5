package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.adapter.trace.SyslogSettings.Transport;
import fr.sisamu.portail.audit.TraceSink;
import fr.sisamu.portail.audit.TraceSinkSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The sinks that the settings name: none, syslog, a file, or both. */
@ApplicationScoped
public class ConfiguredTraceSinks implements TraceSinkSource {

    @Inject
    @ConfigProperties
    SyslogSettings syslog;

    @Inject
    @ConfigProperties
    JournalSettings journal;

    @Override
    public List<TraceSink> configured() {
        List<TraceSink> sinks = new ArrayList<>();
        if (syslog.host.isPresent()) {
            sinks.add(syslogSink());
        }
        journal.file.map(Path::of).map(JournalFile::new).ifPresent(sinks::add);
        return sinks;
    }

    private TraceSink syslogSink() {
        return syslog.transport == Transport.UDP ? new SyslogDatagrams(syslog) : new SyslogStream(syslog);
    }
}
