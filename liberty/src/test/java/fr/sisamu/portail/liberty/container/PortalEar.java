package fr.sisamu.portail.liberty.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as shipped plus {@code test.war}, so that tests in the container judge what hospital IT deploys. */
public final class PortalEar {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String TEST_MODULE =
            "<module><web><web-uri>test.war</web-uri><context-root>/test</context-root></web></module>";

    private PortalEar() {}

    public static EnterpriseArchive withTest(Class<?>... classes) {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "portail.ear")
                .importFrom(new File(System.getProperty("portail.ear")))
                .as(EnterpriseArchive.class);
        String descriptor = text(ear, DESCRIPTOR);
        int end = descriptor.lastIndexOf("</module>") + "</module>".length();
        String extended = descriptor.substring(0, end) + TEST_MODULE + descriptor.substring(end);
        ear.delete(DESCRIPTOR);
        ear.setApplicationXML(new StringAsset(extended));
        return ear.addAsModule(Testable.archiveToTest(testWar(classes)));
    }

    private static WebArchive testWar(Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, "test.war")
                .addClasses(classes)
                .addAsLibrary(jarOf(Assertions.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static String text(EnterpriseArchive ear, String path) {
        try (InputStream in = ear.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
