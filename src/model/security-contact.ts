// Where a vulnerability may be reported: RFC 9116 §2.5.3.

// No white space and no control character: it becomes a line of its own.
const MAILTO = /^mailto:[\x21-\x7e]+@[\x21-\x7e]+$/;
const HTTPS = /^https:\/\/[\x21-\x7e]+$/;

export const SECURITY_CONTACT_ALLOWED =
  'a "mailto:" or "https:" address, such as "mailto:security@news.example"';

/** @returns null for what is neither an e-mail address nor a page, each as a URI */
export const securityContactOf = (text: string): string | null =>
  MAILTO.test(text) || (HTTPS.test(text) && URL.canParse(text)) ? text : null;
