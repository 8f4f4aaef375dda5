package fr.sisamu.portail.audit;

import java.util.List;

/** The sinks that the settings name. */
public interface TraceSinkSource {

    List<TraceSink> configured();
}
