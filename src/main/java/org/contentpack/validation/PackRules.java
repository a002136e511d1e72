package org.contentpack.validation;

import java.time.LocalDate;
import java.util.List;
import org.contentpack.pack.Profile;

/**
 * The rules that every pack is held to, whichever way it came in.
 *
 * <p>Rules of others join in authors' tools only: {@link ProvidedRules} go behind these, and {@link
 * PackValidation} takes whatever list it is given.
 */
public final class PackRules {

    private PackRules() {}

    /** The rules of this project, in a fixed order. */
    public static List<PackRule> builtIn() {
        return List.of(
                new LinksAreSafe(),
                new LinksResolve(),
                new CitationsResolve(),
                new SourceIdsAreUnique(),
                new SourcesAreCited(),
                new ArticlesAreUnique(),
                new ArticleIdsMatchFiles(),
                new SlugsAreUnique(),
                new SlugsAreNotReserved(),
                new SectionIdsAreUnique(),
                new TranslationsNameTheirSource(),
                new TranslationsAreFresh(),
                new TranslationsKeepSections(),
                new ImagesResolve(),
                new ImagesHaveAlternativeText(),
                new ListedAssetsExist(),
                new FilesHaveAPlace(),
                new AssetsAreShown(),
                new RedirectsLeadFromGoneToPresent(),
                new RedirectsAreUnique(),
                new RemovedThingsAreGone(),
                new RelatedArticlesExist(),
                new ChangeNotesNameArticles(),
                new FileTypesAreAllowed(),
                new ImageBytesMatchTheirType(),
                new DrawingsAreStillAndSelfContained(),
                new VersionStepIsLargeEnough(),
                new LossesAreAnnounced(),
                new ChangedArticlesHaveNotes(),
                new ChangeNotesTellOfChanges(),
                new OnlyWithProfile(Profile.HEALTH, new DisclaimersArePresent()),
                new OnlyWithProfile(Profile.HEALTH, new HelpComesFirst()),
                new OnlyWithProfile(Profile.HEALTH, new WarningSignsHaveUrgencies()),
                new OnlyWithProfile(Profile.HEALTH, new SourcesAreNamed()),
                new OnlyWithProfile(Profile.HEALTH, new ReviewersAreNotClaimed()),
                new OnlyWithProfile(Profile.HEALTH, new CautionsRestOnSomething()),
                new ProseIsChecked(
                        List.of(
                                TextsAreEasyToRead::new,
                                SentencesAreShort::new,
                                ParagraphsStandOnce::new),
                        List.of(NothingIsPromised::new, MedicinesHaveCautions::new)),
                new LinksHaveText(),
                new HeadingsGoDownByOne(),
                new AlternativeTextsAddToCaptions());
    }

    /**
     * Rules that say something else tomorrow. They are for authors' tools: a server would answer
     * the same pack differently from day to day.
     */
    public static List<PackRule> on(LocalDate today) {
        return List.of(new ReviewsAreNotDue(today));
    }

    /**
     * A rule that compares each pack with those which it saw before. For authors' tools too, since
     * a server cannot know which packs belong together; for one thread.
     */
    public static PackRule acrossPacks() {
        return new ParagraphsStandInOnePack();
    }
}
