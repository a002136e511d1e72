package org.contentpack.cli.remote;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** A body that says how much of it was taken so far. */
record CountedBody(BodyPublisher body, Activity activity, LongConsumer sent)
        implements BodyPublisher {

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Counting(subscriber, activity, sent));
    }

    /** Counts what passes. */
    private static final class Counting implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> next;
        private final Activity activity;
        private final LongConsumer sent;
        private long bytes;

        Counting(Flow.Subscriber<? super ByteBuffer> next, Activity activity, LongConsumer sent) {
            this.next = next;
            this.activity = activity;
            this.sent = sent;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            bytes += piece.remaining();
            activity.moved();
            sent.accept(bytes);
            next.onNext(piece);
        }

        @Override
        public void onError(Throwable failure) {
            next.onError(failure);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
