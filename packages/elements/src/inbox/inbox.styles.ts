import { css } from 'lit'

export const inboxStyles = css`
  /* The words of another person. */
  blockquote {
    margin: 0;
    padding-inline-start: calc(var(--_s) * 3);
    border-inline-start: 3px solid var(--_edge);
  }
`
