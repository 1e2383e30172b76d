/** `0197c2ae-77e1-7c3e-…` as `0197c2ae…3fd2`: ids differ at both ends. Short ones stay whole. */
export const shortenMiddle = (text: string, head = 8, tail = 4): string =>
  text.length > head + tail + 3 ? `${text.slice(0, head)}…${text.slice(-tail)}` : text
