package org.contentpack.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.contentpack.pack.Language;

/**
 * How words of each language become the terms that are compared: lower case, without their endings
 * and without words that say nothing. A language that Lucene knows no rules for gets its words in
 * lower case only.
 *
 * <p>Each set of rules has a name, which ends the names of the fields that it made; see {@link
 * #field}. Safe for use by several threads.
 */
final class Stemming extends DelegatingAnalyzerWrapper {

    /** The name of the rules for languages that have none of their own. */
    static final String PLAIN = "und";

    private static final Map<String, Supplier<Analyzer>> RULES = new HashMap<>();

    static {
        RULES.put("ar", ArabicAnalyzer::new);
        RULES.put("bg", BulgarianAnalyzer::new);
        RULES.put("bn", BengaliAnalyzer::new);
        RULES.put("ca", CatalanAnalyzer::new);
        RULES.put("ckb", SoraniAnalyzer::new);
        RULES.put("cs", CzechAnalyzer::new);
        RULES.put("da", DanishAnalyzer::new);
        RULES.put("de", GermanAnalyzer::new);
        RULES.put("el", GreekAnalyzer::new);
        RULES.put("en", EnglishAnalyzer::new);
        RULES.put("es", SpanishAnalyzer::new);
        RULES.put("et", EstonianAnalyzer::new);
        RULES.put("eu", BasqueAnalyzer::new);
        RULES.put("fa", PersianAnalyzer::new);
        RULES.put("fi", FinnishAnalyzer::new);
        RULES.put("fr", FrenchAnalyzer::new);
        RULES.put("ga", IrishAnalyzer::new);
        RULES.put("gl", GalicianAnalyzer::new);
        RULES.put("hi", HindiAnalyzer::new);
        RULES.put("hu", HungarianAnalyzer::new);
        RULES.put("hy", ArmenianAnalyzer::new);
        RULES.put("id", IndonesianAnalyzer::new);
        RULES.put("it", ItalianAnalyzer::new);
        RULES.put("ja", CJKAnalyzer::new);
        RULES.put("ko", CJKAnalyzer::new);
        RULES.put("lt", LithuanianAnalyzer::new);
        RULES.put("lv", LatvianAnalyzer::new);
        RULES.put("ne", NepaliAnalyzer::new);
        RULES.put("nl", DutchAnalyzer::new);
        RULES.put("no", NorwegianAnalyzer::new);
        RULES.put("pt", PortugueseAnalyzer::new);
        RULES.put("ro", RomanianAnalyzer::new);
        RULES.put("ru", RussianAnalyzer::new);
        RULES.put("sr", SerbianAnalyzer::new);
        RULES.put("sv", SwedishAnalyzer::new);
        RULES.put("ta", TamilAnalyzer::new);
        RULES.put("te", TeluguAnalyzer::new);
        RULES.put("th", ThaiAnalyzer::new);
        RULES.put("tr", TurkishAnalyzer::new);
        RULES.put("zh", CJKAnalyzer::new);
        RULES.put(PLAIN, StandardAnalyzer::new);
    }

    /** Languages that are written by the rules of another. */
    private static final Map<String, String> SAME_RULES =
            Map.of("nb", "no", "nn", "no", "in", "id", "hr", "sr", "bs", "sr");

    /** Made when they are first needed: some read long lists of words. */
    private final Map<String, Analyzer> made = new ConcurrentHashMap<>();

    Stemming() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /** The name of the rules for a language. */
    static String rules(Language language) {
        String primary = language.primary();
        String name = SAME_RULES.getOrDefault(primary, primary);
        return RULES.containsKey(name) ? name : PLAIN;
    }

    static Set<String> names() {
        return Set.copyOf(RULES.keySet());
    }

    /** The name of a field whose words follow these rules. */
    static String field(String name, String rules) {
        return name + "_" + rules;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return made.computeIfAbsent(
                field.substring(field.lastIndexOf('_') + 1),
                rules -> RULES.getOrDefault(rules, StandardAnalyzer::new).get());
    }
}
