// A sink that takes request bodies faster than any client sends them, over plain TCP or TLS, keeping tally.
// TLS is built in with -DWITH_TLS; then it takes the path of a PEM file with a certificate beside its key.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef WITH_TLS
#include <openssl/ssl.h>
static SSL_CTX *tls_context = NULL;
#else
typedef void SSL;
#endif

#define HEAD_BYTES 16384
#define DISCARD_BYTES (4 << 20)
#define TLS_READ_BYTES (256 << 10)

typedef struct {
  int fd;
  SSL *ssl;
} stream;

typedef struct {
  int fd;
  int is_tls;
} door;

// Since the last look: a look at the tally sets it back to zero.
static atomic_llong connections, requests, body_bytes;
static atomic_llong last_asset;

static ssize_t receive(stream *from, char *into, size_t most) {
#ifdef WITH_TLS
  if (from->ssl) return SSL_read(from->ssl, into, (int)most);
#endif
  return recv(from->fd, into, most, 0);
}

// What is not decrypted need not even be copied out of the kernel.
static ssize_t discard(stream *from, long long left) {
#ifdef WITH_TLS
  static __thread char scratch[TLS_READ_BYTES];
  if (from->ssl) return SSL_read(from->ssl, scratch, left < TLS_READ_BYTES ? (int)left : TLS_READ_BYTES);
#endif
  return recv(from->fd, NULL, left < DISCARD_BYTES ? (size_t)left : DISCARD_BYTES, MSG_TRUNC);
}

static void send_text(stream *to, const char *text) {
#ifdef WITH_TLS
  if (to->ssl) {
    SSL_write(to->ssl, text, (int)strlen(text));
    return;
  }
#endif
  send(to->fd, text, strlen(text), MSG_NOSIGNAL);
}

static long long content_length(const char *head) {
  const char *found = strcasestr(head, "\r\ncontent-length:");
  return found ? atoll(found + 17) : 0;
}

static void send_json(stream *to, const char *body) {
  char answer[512];
  snprintf(answer, sizeof answer,
           "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %zu\r\n\r\n%s", strlen(body), body);
  send_text(to, answer);
}

// Returns 0 when the connection is over.
static int serve_one(stream *client, int is_first) {
  static __thread char head[HEAD_BYTES + 1];
  char body[256];
  size_t filled = 0;
  char *end = NULL;
  while (!end) {
    ssize_t got = receive(client, head + filled, HEAD_BYTES - filled);
    if (got <= 0) return 0;
    filled += (size_t)got;
    head[filled] = 0;
    end = strstr(head, "\r\n\r\n");
    if (!end && filled == HEAD_BYTES) return 0;
  }
  if (strncmp(head, "GET /tally ", 11) == 0) {
    snprintf(body, sizeof body, "{\"connections\":%lld,\"requests\":%lld,\"bodyBytes\":%lld}",
             atomic_exchange(&connections, 0), atomic_exchange(&requests, 0), atomic_exchange(&body_bytes, 0));
    send_json(client, body);
    return 1;
  }
  if (is_first) connections += 1;
  long long length = content_length(head);
  long long received = (long long)(filled - (size_t)(end + 4 - head));
  if (strcasestr(head, "\r\nexpect: 100-continue")) send_text(client, "HTTP/1.1 100 Continue\r\n\r\n");
  while (received < length) {
    ssize_t got = discard(client, length - received);
    if (got <= 0) return 0;
    received += got;
  }
  requests += 1;
  body_bytes += received;
  snprintf(body, sizeof body, "{\"id\":\"asset_%lld\",\"file_type\":\"video\",\"meta\":{\"size\":%lld}}",
           atomic_fetch_add(&last_asset, 1) + 1, received);
  send_json(client, body);
  return 1;
}

static void *serve(void *argument) {
  stream client = *(stream *)argument;
  free(argument);
  int is_first = 1;
#ifdef WITH_TLS
  int is_open = !client.ssl || SSL_accept(client.ssl) == 1;
#else
  int is_open = 1;
#endif
  while (is_open && serve_one(&client, is_first)) is_first = 0;
#ifdef WITH_TLS
  if (client.ssl) SSL_free(client.ssl);
#endif
  close(client.fd);
  return NULL;
}

static void *welcome(void *argument) {
  door *at = argument;
  int one = 1;
  for (;;) {
    int fd = accept(at->fd, NULL, NULL);
    if (fd < 0) continue;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    stream *client = calloc(1, sizeof *client);
    client->fd = fd;
#ifdef WITH_TLS
    if (at->is_tls) {
      client->ssl = SSL_new(tls_context);
      SSL_set_fd(client->ssl, fd);
    }
#endif
    pthread_t thread;
    pthread_create(&thread, NULL, serve, client);
    pthread_detach(thread);
  }
  return NULL;
}

static int listen_on_loopback(door *at) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  at->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(at->fd, (struct sockaddr *)&address, size) || listen(at->fd, 64)) exit(1);
  getsockname(at->fd, (struct sockaddr *)&address, &size);
  return ntohs(address.sin_port);
}

// Prints the ports, plain first, the one for TLS 0 where there is none.
int main(int count, char **arguments) {
  signal(SIGPIPE, SIG_IGN);
  static door plain;
  int secure_port = 0;
  int plain_port = listen_on_loopback(&plain);
#ifdef WITH_TLS
  static door secure = {.is_tls = 1};
  if (count > 1) {
    tls_context = SSL_CTX_new(TLS_server_method());
    // One suite for all clients: else each brings its own favourite, and the ciphers are compared.
    SSL_CTX_set_min_proto_version(tls_context, TLS1_3_VERSION);
    SSL_CTX_set_ciphersuites(tls_context, "TLS_AES_128_GCM_SHA256");
    if (SSL_CTX_use_certificate_chain_file(tls_context, arguments[1]) != 1 ||
        SSL_CTX_use_PrivateKey_file(tls_context, arguments[1], SSL_FILETYPE_PEM) != 1)
      return 1;
    secure_port = listen_on_loopback(&secure);
    pthread_t thread;
    pthread_create(&thread, NULL, welcome, &secure);
  }
#else
  (void)count;
  (void)arguments;
#endif
  printf("%d %d\n", plain_port, secure_port);
  fflush(stdout);
  welcome(&plain);
}
