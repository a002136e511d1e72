package org.contentpack.cli.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An answer's bytes, up to a length that no answer of the API comes near to. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final int max;
    private final Activity activity;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Optional<Flow.Subscription> from = Optional.empty();

    BoundedBody(int max, Activity activity) {
        this.max = max;
        this.activity = activity;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        from = Optional.of(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        activity.moved();
        for (ByteBuffer piece : pieces) {
            if (bytes.size() + piece.remaining() > max) {
                from.ifPresent(Flow.Subscription::cancel);
                whole.completeExceptionally(new IOException("its answer does not end"));
                return;
            }
            byte[] some = new byte[piece.remaining()];
            piece.get(some);
            bytes.write(some, 0, some.length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
