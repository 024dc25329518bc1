import { expect, it } from "vitest";
import { securityContactOf } from "../../src/model/security-contact.ts";

it.each([
  "mailto:security@news.example",
  "mailto:a%2Bb@news.example?subject=A%20fault",
  "https://news.example/security?a=1#b",
])("%j is where a vulnerability may be reported", (contact) => {
  expect(securityContactOf(contact)).toBe(contact);
});

it.each([
  "",
  "security@news.example",
  "mailto:",
  "mailto:security",
  "http://news.example/security",
  "https://",
  "https://news.example/a b",
  "tel:+44-20-0000-0000",
  "javascript:alert(1)",
  "https://news.example/\nExpires: 2000-01-01T00:00:00Z",
  "mailto:security@news.example\r\nContact: mailto:other@news.example",
])("%j is not", (contact) => {
  expect(securityContactOf(contact)).toBeNull();
});
