// A sink that takes request bodies faster than any client sends them: it discards them in the kernel.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define HEAD_BYTES 16384
#define DISCARD_BYTES (4 << 20)

static void send_text(int fd, const char *text) { send(fd, text, strlen(text), MSG_NOSIGNAL); }

static long long content_length(const char *head) {
  const char *found = strcasestr(head, "\r\ncontent-length:");
  return found ? atoll(found + 17) : 0;
}

// Returns 0 when the connection is over.
static int serve_one(int fd) {
  static __thread char head[HEAD_BYTES + 1];
  size_t filled = 0;
  char *end = NULL;
  while (!end) {
    ssize_t got = recv(fd, head + filled, HEAD_BYTES - filled, 0);
    if (got <= 0) return 0;
    filled += (size_t)got;
    head[filled] = 0;
    end = strstr(head, "\r\n\r\n");
    if (!end && filled == HEAD_BYTES) return 0;
  }
  long long length = content_length(head);
  long long received = (long long)(filled - (size_t)(end + 4 - head));
  if (strcasestr(head, "\r\nexpect: 100-continue")) send_text(fd, "HTTP/1.1 100 Continue\r\n\r\n");
  while (received < length) {
    long long left = length - received;
    ssize_t got = recv(fd, NULL, left < DISCARD_BYTES ? (size_t)left : DISCARD_BYTES, MSG_TRUNC);
    if (got <= 0) return 0;
    received += got;
  }
  char body[128], answer[256];
  snprintf(body, sizeof body, "{\"id\":\"asset_sink\",\"file_type\":\"video\",\"meta\":{\"size\":%lld}}", received);
  snprintf(answer, sizeof answer,
           "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %zu\r\n\r\n%s", strlen(body), body);
  send_text(fd, answer);
  return 1;
}

static void *serve(void *argument) {
  int fd = (int)(long)argument;
  while (serve_one(fd)) {
  }
  close(fd);
  return NULL;
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 64)) return 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  for (;;) {
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) continue;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    pthread_t thread;
    pthread_create(&thread, NULL, serve, (void *)(long)fd);
    pthread_detach(thread);
  }
}
