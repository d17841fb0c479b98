package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** New recovery codes, shown this once. */
@CheckedTemplate(basePath = "newsroom")
public record RecoveryCodesPage(NewsroomFrame frame, List<String> codes) implements TemplateInstance {}
