package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/** New recovery codes, shown this once. */
@CheckedTemplate(basePath = "newsroom")
public record RecoveryCodesPage(NewsroomFrame frame, List<String> codes) implements TemplateInstance {}
