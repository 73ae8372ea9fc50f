FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=development
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /postmortem ./cmd/postmortem

# Nothing but the program: no shell, no package manager, nobody's rights. Git is not in it, so
# --changed and --staged are for a run outside.
FROM scratch
COPY --from=build /postmortem /postmortem
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/postmortem"]
