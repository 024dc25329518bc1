// Which addresses may be called, as the runtime's own URL parser reads them.

import { describe, expect, it } from "vitest";
import { type GuardRules, guardUrl } from "../../src/model/guard-url.ts";

const RULES: GuardRules = { own: ["wire.news-house.org", "bücher.news-house.org"], allowHttp: false };

/** The address that is called, or the kind of refusal. */
const judge = (url: string, rules: GuardRules = RULES): string => {
  const guarded = guardUrl(url, rules);
  return guarded.ok ? guarded.value.href : guarded.error.kind;
};

describe("an address that is let through", () => {
  it.each([
    ["https://example.org/feed.xml", "https://example.org/feed.xml"],
    ["https://example.org", "https://example.org/"],
    ["HTTPS://Example.ORG/Feed.xml", "https://example.org/Feed.xml"],
    ["https://example.org:443/a", "https://example.org/a"],
    ["https://example.org:8443/a", "https://example.org:8443/a"],
    ["https://example.org:8080/a", "https://example.org:8080/a"],
    ["https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20"],
    ["https://feeds.a.b.example.co.uk/rss", "https://feeds.a.b.example.co.uk/rss"],
    ["https://my_blog.example.com/rss", "https://my_blog.example.com/rss"],
    ["https://1.example.com/", "https://1.example.com/"],
    ["https://2026-11-24.example.com/", "https://2026-11-24.example.com/"],
    ["https://8-8-8-8.example.com/", "https://8-8-8-8.example.com/"],
    ["https://zeitung.bücher.example.com/", "https://zeitung.xn--bcher-kva.example.com/"],
    ["https://例え.jp/", "https://xn--r8jz45g.jp/"],
    ["https://example.xn--p1ai/", "https://example.xn--p1ai/"],
    // Names that only look like those that are refused.
    ["https://news-house.org/", "https://news-house.org/"],
    ["https://blog.wire.news-house.org/", "https://blog.wire.news-house.org/"],
    ["https://notlocal.com/", "https://notlocal.com/"],
    ["https://local.example.com/", "https://local.example.com/"],
    ["https://snip.io/", "https://snip.io/"],
    ["https://example.org/http://127.0.0.1/", "https://example.org/http://127.0.0.1/"],
    ["https://example.org/?@127.0.0.1", "https://example.org/?@127.0.0.1"],
    [" https://example.org/ ", "https://example.org/"],
    ["https:example.org", "https://example.org/"],
  ])("%s", (url, called) => {
    expect(judge(url)).toBe(called);
  });

  it("may be http where that is allowed", () => {
    const rules = { ...RULES, allowHttp: true };
    expect(judge("http://example.org/feed.xml", rules)).toBe("http://example.org/feed.xml");
    expect(judge("http://example.org:8080/", rules)).toBe("http://example.org:8080/");
    expect(judge("http://127.0.0.1/", rules)).toBe("host_is_address");
    expect(judge("ftp://example.org/", rules)).toBe("scheme_refused");
  });
});

describe("no address", () => {
  it.each([
    "",
    "feed.xml",
    "//example.org/feed.xml",
    "https://",
    "https://exa mple.org/",
    "https://example.org:99999/",
    "https://example.org:port/",
    "https://[::1/",
    "https://[fe80::1%25eth0]/",
    "https://[fe80::1%eth0]/",
    "https://256.256.256.256/",
    "https://1.2.3.4.5/",
    "https://0x100000000/",
    "https://127.0.0.1.nip.io.7/",
    "https://exam%00ple.org/",
    "https://example.org%2f@127.0.0.1:x/",
  ])("is made of %s", (url) => {
    expect(judge(url)).toBe("url_invalid");
  });
});

describe("an address that is refused", () => {
  it.each([
    // Another scheme.
    ["http://example.org/", "scheme_refused"],
    ["ftp://example.org/", "scheme_refused"],
    ["file:///etc/hosts", "scheme_refused"],
    ["data:text/xml,<rss/>", "scheme_refused"],
    ["javascript:alert(1)", "scheme_refused"],
    ["gopher://example.org/", "scheme_refused"],
    ["ws://example.org/", "scheme_refused"],
    ["blob:https://example.org/1", "scheme_refused"],
    ["feed:https://example.org/", "scheme_refused"],
    // A name and a password.
    ["https://user@example.org/", "credentials_present"],
    ["https://user:secret@example.org/", "credentials_present"],
    ["https://:secret@example.org/", "credentials_present"],
    ["https://example.org@127.0.0.1/", "credentials_present"],
    // Another port.
    ["https://example.org:22/", "port_refused"],
    ["https://example.org:25/", "port_refused"],
    ["https://example.org:0/", "port_refused"],
    ["https://example.org:6379/", "port_refused"],
    ["https://example.org:8787/", "port_refused"],
    ["https://example.org:4430/", "port_refused"],
    ["https://localhost:6379/", "port_refused"],
    // IPv4 addresses, in every form that the parser knows.
    ["https://127.0.0.1/", "host_is_address"],
    ["https://127.0.0.1./", "host_is_address"],
    ["https://127.1/", "host_is_address"],
    ["https://127.0.1/", "host_is_address"],
    ["https://0/", "host_is_address"],
    ["https://0.0.0.0/", "host_is_address"],
    ["https://2130706433/", "host_is_address"],
    ["https://0x7f000001/", "host_is_address"],
    ["https://0x7f.1/", "host_is_address"],
    ["https://0X7F.0.0.0X1/", "host_is_address"],
    ["https://017700000001/", "host_is_address"],
    ["https://0177.0.0.01/", "host_is_address"],
    ["https://１２７.０.０.１/", "host_is_address"],
    ["https://①②⑦.⓪.⓪.①/", "host_is_address"],
    ["https://127。0。0。1/", "host_is_address"],
    ["https://%31%32%37.0.0.1/", "host_is_address"],
    ["https://1\t27.0.0.1/", "host_is_address"],
    ["https:\\\\127.0.0.1\\feed", "host_is_address"],
    ["https:///127.0.0.1/", "host_is_address"],
    ["https://10.0.0.1/", "host_is_address"],
    ["https://172.16.0.1/", "host_is_address"],
    ["https://192.168.1.1/", "host_is_address"],
    ["https://169.254.169.254/latest/meta-data/", "host_is_address"],
    ["https://100.100.100.200/", "host_is_address"],
    ["https://255.255.255.255/", "host_is_address"],
    ["https://93.184.215.14/", "host_is_address"],
    // IPv6 addresses.
    ["https://[::1]/", "host_is_address"],
    ["https://[::]/", "host_is_address"],
    ["https://[0:0:0:0:0:0:0:1]/", "host_is_address"],
    ["https://[::ffff:127.0.0.1]/", "host_is_address"],
    ["https://[::ffff:7f00:1]/", "host_is_address"],
    ["https://[::127.0.0.1]/", "host_is_address"],
    ["https://[64:ff9b::127.0.0.1]/", "host_is_address"],
    ["https://[2002:7f00:1::]/", "host_is_address"],
    ["https://[fd00:ec2::254]/", "host_is_address"],
    ["https://[fe80::1]/", "host_is_address"],
    ["https://[2606:4700::1]:8443/", "host_is_address"],
    // No name that public DNS could have.
    ["https://intranet/", "host_invalid"],
    ["https://localhost/", "host_invalid"],
    ["https://LOCALHOST/", "host_invalid"],
    ["https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "host_invalid"],
    ["https://metadata/computeMetadata/v1/", "host_invalid"],
    ["https://localhost./", "host_invalid"],
    ["https://example.org./", "host_invalid"],
    ["https://example..org/", "host_invalid"],
    ["https://.example.org/", "host_invalid"],
    ["https://*.example.org/", "host_invalid"],
    ["https://exa$mple.org/", "host_invalid"],
    ["https://example.o-g/", "host_invalid"],
    ["https://example.c/", "host_invalid"],
    // Names of networks, not of the web.
    ["https://app.localhost/", "host_reserved"],
    ["https://localhost.localdomain/", "host_reserved"],
    ["https://localhost.example.com/", "host_reserved"],
    ["https://printer.local/", "host_reserved"],
    ["https://kubernetes.default.svc.cluster.local/", "host_reserved"],
    ["https://PRINTER.LOCAL/", "host_reserved"],
    ["https://printer.ｌocal/", "host_reserved"],
    ["https://printer。local/", "host_reserved"],
    ["https://metadata.google.internal/computeMetadata/v1/", "host_reserved"],
    ["https://instance-data.ec2.internal/", "host_reserved"],
    ["https://host.docker.internal/", "host_reserved"],
    ["https://metadata.goog/", "host_reserved"],
    ["https://metadata.tencentyun.com/", "host_reserved"],
    ["https://router.home.arpa/", "host_reserved"],
    ["https://1.0.0.127.in-addr.arpa/", "host_reserved"],
    ["https://nas.lan/", "host_reserved"],
    ["https://wiki.corp/", "host_reserved"],
    ["https://wiki.intranet/", "host_reserved"],
    ["https://nas.home/", "host_reserved"],
    ["https://vault.service.consul/", "host_reserved"],
    ["https://fritz.box/", "host_reserved"],
    ["https://news.test/", "host_reserved"],
    ["https://news.example/", "host_reserved"],
    ["https://news.invalid/", "host_reserved"],
    ["https://abcdefghijklmnop.onion/", "host_reserved"],
    // Names with an address in them.
    ["https://nip.io/", "host_reserved"],
    ["https://7f000001.nip.io/", "host_reserved"],
    ["https://93.184.215.14.nip.io/", "host_reserved"],
    ["https://--1.sslip.io/", "host_reserved"],
    ["https://a.127.0.0.1.xip.io/", "host_reserved"],
    ["https://localtest.me/", "host_reserved"],
    ["https://a.b.lvh.me/", "host_reserved"],
    ["https://7f000001.c0a80001.rbndr.us/", "host_reserved"],
    ["https://127.0.0.1.example.com/", "host_reserved"],
    ["https://www.10.1.2.3.example.com/", "host_reserved"],
    ["https://www-169-254-169-254.example.com/", "host_reserved"],
    ["https://192-168-0-1.example.com/", "host_reserved"],
    ["https://172.31.0.1.example.com/", "host_reserved"],
    ["https://100-64-0-1.example.com/", "host_reserved"],
    // This wire.
    ["https://wire.news-house.org/feeds/world/rss.xml", "host_own"],
    ["https://WIRE.news-house.org:8443/", "host_own"],
    ["https://wire%2Enews-house.org/", "host_own"],
    ["https://wire。news-house。org/", "host_own"],
    ["https://BÜCHER.news-house.org/", "host_own"],
    ["https://xn--bcher-kva.news-house.org/", "host_own"],
  ])("%s: %s", (url, kind) => {
    expect(judge(url)).toBe(kind);
  });

  it("is longer than any that is in use", () => {
    expect(judge(`https://example.org/${"a".repeat(2_000)}`)).toBe("url_too_long");
    expect(judge(`https://${"a".repeat(64)}.org/`)).toBe("host_invalid");
    expect(judge(`https://${"a".repeat(63)}.org/`)).toBe(`https://${"a".repeat(63)}.org/`);
    expect(judge(`https://${"a.".repeat(126)}org/`)).toBe("host_invalid");
  });

  it("says what of it was refused", () => {
    expect(guardUrl("https://0x7f.1:8443/a", RULES)).toEqual({
      ok: false,
      error: { kind: "host_is_address", host: "127.0.0.1" },
    });
    expect(guardUrl("https://example.org:22/", RULES)).toEqual({
      ok: false,
      error: { kind: "port_refused", port: 22 },
    });
    expect(guardUrl("gopher://example.org/", RULES)).toEqual({
      ok: false,
      error: { kind: "scheme_refused", scheme: "gopher" },
    });
  });
});
