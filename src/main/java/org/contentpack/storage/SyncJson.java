package org.contentpack.storage;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Place;
import org.contentpack.compare.Value;

/**
 * The documents in which values of synchronisation are stored. Nobody outside reads them; a type
 * stands as the word {@code is}. Safe for use by several threads.
 */
final class SyncJson {

    /** Longer than any content that a CMS may answer with. */
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    private static final JsonMapper MAPPER = mapper();

    private SyncJson() {}

    private static JsonMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .visibility(PropertyAccessor.ALL, Visibility.NONE)
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                        .addMixIn(Value.class, ValueTypes.class)
                        .addMixIn(Place.class, PlaceTypes.class)
                        .addMixIn(Outcome.class, OutcomeTypes.class)
                        .addMixIn(Choice.class, ChoiceTypes.class)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build());
        return mapper;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every value of ours can be written", e);
        }
    }

    /**
     * @throws JsonMappingException where the document is not one of ours
     */
    static <T> T read(String document, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(document, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Value.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Value.Terms.class, name = "terms")
    })
    private interface ValueTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Place.Field.class, name = "field"),
        @JsonSubTypes.Type(value = Place.Section.class, name = "section"),
        @JsonSubTypes.Type(value = Place.Order.class, name = "order")
    })
    private interface PlaceTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Same.class, name = "same"),
        @JsonSubTypes.Type(value = Outcome.Taken.class, name = "taken"),
        @JsonSubTypes.Type(value = Outcome.Kept.class, name = "kept"),
        @JsonSubTypes.Type(value = Outcome.Proposed.class, name = "proposed"),
        @JsonSubTypes.Type(value = Outcome.Conflict.class, name = "conflict")
    })
    private interface OutcomeTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Choice.KeepLocal.class, name = "keep-local"),
        @JsonSubTypes.Type(value = Choice.TakeRelease.class, name = "take-release"),
        @JsonSubTypes.Type(value = Choice.Write.class, name = "write")
    })
    private interface ChoiceTypes {}
}
