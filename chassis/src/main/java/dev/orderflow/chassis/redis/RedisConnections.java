package dev.orderflow.chassis.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Connections to Redis with limited waits. Jedis by default waits seconds for an answer, and without limit for a
 * connection.
 */
@ApplicationScoped
public class RedisConnections {

    @Inject
    @ConfigProperty(name = "redis.url")
    String url;

    @Inject
    @ConfigProperty(name = "orderflow.redis.timeout-ms")
    int timeoutMillis;

    @Inject
    @ConfigProperty(name = "orderflow.redis.connections")
    int connections;

    @Produces
    @Singleton
    RedisClient open() {
        return open(url, timeoutMillis, connections);
    }

    void close(@Disposes RedisClient redis) {
        redis.close();
    }

    /** Opens connections that the caller must close. */
    public static RedisClient open(String url, int timeoutMillis, int connections) {
        URI uri = parse(url);
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofMillis(timeoutMillis / 2));
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(uri))
                        .password(JedisURIHelper.getPassword(uri))
                        .database(JedisURIHelper.getDBIndex(uri))
                        .sslOptions(JedisURIHelper.isRedisSSLScheme(uri) ? SslOptions.defaults() : null)
                        .timeoutMillis(timeoutMillis)
                        .build())
                .poolConfig(pool)
                .build();
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            String user = uri.getUserInfo();
            if (JedisURIHelper.isValid(uri) && (user == null || user.contains(":"))) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // Its message quotes the URL, and with it the password.
        }
        throw new IllegalStateException("REDIS_URL is not redis[s]://[[user]:password@]host:port[/database]");
    }
}
