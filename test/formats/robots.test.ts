// robots.txt and security.txt, line by line.

import { expect, it } from "vitest";
import { renderRobots } from "../../src/formats/robots.ts";
import { renderSecurityText } from "../../src/formats/security-text.ts";

it("robots.txt keeps nobody from anything, and names both sitemaps", () => {
  expect(renderRobots("https://wire.example").split("\n")).toEqual([
    "User-agent: *",
    "Allow: /",
    "",
    "Sitemap: https://wire.example/sitemap.xml",
    "Sitemap: https://wire.example/sitemap-news.xml",
    "",
  ]);
});

const AT = Date.UTC(2027, 4, 23);

it("security.txt says whom to tell, until when that holds, and where it is at home", () => {
  const contact = "mailto:security@news.example";
  expect(renderSecurityText({ contact, expiresAt: AT, publicOrigin: "https://wire.example" })).toBe(
    "Contact: mailto:security@news.example\n" +
      "Expires: 2027-05-23T00:00:00Z\n" +
      "Canonical: https://wire.example/.well-known/security.txt\n",
  );
});

it("security.txt of a wire without https has no canonical address, which must be https", () => {
  const contact = "https://news.example/security";
  expect(renderSecurityText({ contact, expiresAt: AT, publicOrigin: "http://localhost:8787" })).toBe(
    "Contact: https://news.example/security\nExpires: 2027-05-23T00:00:00Z\n",
  );
});
