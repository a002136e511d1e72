package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;

/**
 * The wire shape of what the registry knows of a release beside its bytes.
 *
 * @param withdrawnArticles those that are withdrawn by themselves
 * @param staleTranslations those that lack a safety change of their source
 */
record StatusAnswer(
        boolean latest,
        Optional<VersionRef> successor,
        Optional<WithdrawalAnswer> withdrawal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WithdrawalAnswer> withdrawnArticles,
        List<ArticleId> unreviewed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ArticleId> overdue,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<StaleTranslationAnswer> staleTranslations) {}
