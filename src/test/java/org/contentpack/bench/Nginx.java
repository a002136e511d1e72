package org.contentpack.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One worker of nginx that sends files of a folder; {@code /redirect} is a redirect. */
final class Nginx implements Closeable {

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Nginx of(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path configuration =
                Files.writeString(
                        folder.resolve("nginx.conf"),
                        """
                        worker_processes 1;
                        daemon off;
                        pid %1$s/nginx.pid;
                        error_log %1$s/error.log;
                        events { worker_connections 1024; }
                        http {
                          access_log off;
                          sendfile on;
                          tcp_nopush on;
                          keepalive_requests 100000000;
                          default_type application/json;
                          client_body_temp_path %1$s/body;
                          proxy_temp_path %1$s/proxy;
                          fastcgi_temp_path %1$s/fastcgi;
                          uwsgi_temp_path %1$s/uwsgi;
                          scgi_temp_path %1$s/scgi;
                          open_file_cache max=100;
                          server {
                            listen 127.0.0.1:%2$d;
                            root %1$s;
                            gzip_static on;
                            gzip_vary on;
                            location = /redirect { return 302 /article; }
                          }
                        }
                        """
                                .formatted(folder.toAbsolutePath(), port));
        Process process =
                new ProcessBuilder(
                                "nginx",
                                "-e",
                                folder.toAbsolutePath() + "/error.log",
                                "-c",
                                configuration.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.out").toFile())
                        .start();
        Nginx nginx = new Nginx(port, process);
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return nginx;
            } catch (IOException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        nginx.close();
        throw new IOException("nginx: " + Files.readString(folder.resolve("nginx.out")));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
