import { css } from 'lit'

export const settingsStyles = css`
  .lined > li {
    padding-block: calc(var(--_s) * 3);
  }
  .lined > li + li,
  .part {
    border-block-start: 1px solid var(--_line);
  }
  .part {
    padding-block-start: calc(var(--_s) * 4);
  }
  .picks {
    border-block-start: 1px solid var(--_line);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: calc(var(--_s) * 4);
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
    color: var(--_accent-text);
    font-weight: 600;
    padding-block: calc(var(--_s) * 2);
  }
  details > form {
    padding-block-start: calc(var(--_s) * 2);
  }
  .code-card,
  .asked,
  .text {
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .code-card {
    border-color: var(--_accent);
  }
  .code {
    font-family: ui-monospace, 'Liberation Mono', monospace;
    font-size: calc(var(--_rem) * 1.25);
    letter-spacing: 0.04em;
    overflow-wrap: anywhere;
  }
  .card-picture {
    max-inline-size: min(100%, calc(var(--_rem) * 24));
    max-block-size: calc(var(--_rem) * 20);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    object-fit: contain;
    align-self: start;
  }
  .wraps {
    overflow-wrap: anywhere;
  }
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`
