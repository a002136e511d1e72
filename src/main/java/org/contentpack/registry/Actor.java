package org.contentpack.registry;

/**
 * Who changes something in the registry: the name of a credential or of a source, never a
 * credential itself.
 *
 * @param name at most {@value #MAX_NAME} characters, one line
 */
public record Actor(String name) {

    /** Longest name in characters. */
    public static final int MAX_NAME = 200;

    /** The packs that came with the application. */
    public static final Actor BUILT_IN = new Actor("built-in");

    public Actor {
        if (name.isBlank()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an actor needs a name of one line");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
