package org.contentpack.validation;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;
import org.contentpack.finding.ToolRule;

/**
 * The rules of others as this engine runs them: a provider that cannot be used is told and left
 * out, a check that fails is told of the pack at which it failed, and neither ends the command.
 *
 * @param rules what the providers declare, as it was when they were loaded
 * @param checks to run behind {@link PackRules#builtIn()}
 * @param findings what is wrong with the providers themselves
 */
public record ProvidedRules(List<Rule> rules, List<PackRule> checks, List<Finding> findings) {

    /** Nobody brings any. */
    public static final ProvidedRules NONE = new ProvidedRules(List.of(), List.of(), List.of());

    /** Most providers that are asked for: a broken class path may fail again and again. */
    private static final int MAX_PROVIDERS = 1_000;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-[0-9]{3}");

    public ProvidedRules {
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** All providers on the class path of a loader, sorted by the names of their classes. */
    public static ProvidedRules load(ClassLoader loader) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RuleProvider> providers = new TreeMap<>();
        Iterator<ServiceLoader.Provider<RuleProvider>> found =
                ServiceLoader.load(RuleProvider.class, loader).stream().iterator();
        boolean isMore = true;
        for (int tries = 0; isMore && tries < MAX_PROVIDERS; tries++) {
            try {
                isMore = found.hasNext();
                if (isMore) {
                    RuleProvider provider = found.next().get();
                    providers.put(provider.getClass().getName(), provider);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                // One that cannot be loaded says nothing about the next one.
                findings.add(
                        Finding.of(
                                ToolRule.EXT_004, Location.PACK, String.valueOf(e.getMessage())));
            }
        }
        return of(providers, findings);
    }

    private static ProvidedRules of(Map<String, RuleProvider> providers, List<Finding> findings) {
        List<Rule> rules = new ArrayList<>();
        List<PackRule> checks = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Stream.<Rule>concat(Stream.of(BuiltInRule.values()), Stream.of(ToolRule.values()))
                .forEach(rule -> codes.add(rule.code()));
        providers.forEach(
                (name, provider) -> {
                    Declared declared = Declared.of(name, provider, codes);
                    findings.addAll(declared.findings());
                    if (declared.findings().isEmpty()) {
                        codes.addAll(declared.rules().keySet());
                        rules.addAll(declared.rules().values());
                        declared.checks()
                                .forEach(check -> checks.add(new Guarded(check, declared.rules())));
                    }
                });
        return new ProvidedRules(rules, checks, findings);
    }

    /** What one provider declares, read once: none of its methods is asked again. */
    private record Declared(
            Map<String, Rule> rules, List<PackRule> checks, List<Finding> findings) {

        static Declared of(String name, RuleProvider provider, Set<String> taken) {
            Map<String, Rule> rules = new TreeMap<>();
            List<PackRule> checks = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            try {
                for (Rule rule : provider.rules()) {
                    Rule copy = Copy.of(rule);
                    wrong(name, copy, taken.contains(copy.code()) || rules.containsKey(copy.code()))
                            .ifPresent(findings::add);
                    rules.put(copy.code(), copy);
                }
                checks.addAll(provider.checks());
            } catch (RuntimeException | LinkageError e) {
                // Code of others may fail in any way, and must not take the command with it.
                findings.add(Finding.of(ToolRule.EXT_004, Location.PACK, name + ": " + e));
            }
            return new Declared(rules, checks, findings);
        }

        private static Optional<Finding> wrong(String provider, Rule rule, boolean isTaken) {
            if (!CODE.matcher(rule.code()).matches()) {
                return Optional.of(
                        Finding.of(ToolRule.EXT_005, Location.PACK, provider, rule.code()));
            }
            if (isTaken) {
                return Optional.of(
                        Finding.of(ToolRule.EXT_003, Location.PACK, provider, rule.code()));
            }
            for (String text : List.of(rule.message(), rule.hint())) {
                Optional<String> fault = fault(text);
                if (fault.isPresent()) {
                    return Optional.of(
                            Finding.of(
                                    ToolRule.EXT_006,
                                    Location.PACK,
                                    provider,
                                    rule.code(),
                                    fault.get()));
                }
            }
            return Optional.empty();
        }

        private static Optional<String> fault(String text) {
            if (text.isBlank()) {
                return Optional.of("it is empty");
            }
            try {
                new MessageFormat(text, Locale.ROOT);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    /** A rule as its provider described it once. */
    private record Copy(
            String code,
            Severity severity,
            Refusal refusal,
            String message,
            String hint,
            Optional<String> page)
            implements Rule {

        static Copy of(Rule rule) {
            return new Copy(
                    rule.code(),
                    rule.severity(),
                    rule.refusal(),
                    rule.message(),
                    rule.hint(),
                    rule.page());
        }
    }

    /** A check of others that cannot end the command, nor speak for rules of anybody else. */
    private record Guarded(PackRule check, Map<String, Rule> rules) implements PackRule {

        @Override
        public void check(PackContext context, Consumer<Finding> found) throws IOException {
            String name = check.getClass().getName();
            try {
                check.check(context, finding -> take(name, finding, found));
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // Code of others may fail in any way, and must not take the command with it.
                found.accept(Finding.of(ToolRule.EXT_001, Location.PACK, name, e));
            }
        }

        private void take(String name, Finding finding, Consumer<Finding> found) {
            String code = finding.rule().code();
            Rule declared = rules.get(code);
            found.accept(
                    declared == null
                            ? Finding.of(ToolRule.EXT_002, finding.location(), name, code)
                            : finding.under(declared));
        }
    }
}
