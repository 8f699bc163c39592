import { css } from 'lit'

export const recordStyles = css`
  .parts > .part {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 3);
    padding: calc(var(--_s) * 5);
    border-block-start: 1px solid var(--_line);
    min-inline-size: 0;
  }
  .lined > li {
    padding-block: calc(var(--_s) * 3);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .lined > li:first-child {
    padding-block-start: 0;
  }
  .part h3 {
    font-size: calc(var(--_rem) * 1.125);
  }
  .big {
    font-size: calc(var(--_rem) * 1.375);
  }
  .says {
    padding: calc(var(--_s) * 4);
    background: var(--_accent-weak);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .picture {
    max-inline-size: 100%;
    max-block-size: 360px;
    border-radius: calc(var(--_radius) / 2);
    align-self: start;
  }
  .chip {
    white-space: normal;
  }
  summary {
    inline-size: fit-content;
    padding-block: calc(var(--_s) * 1.5);
    color: var(--_accent-text);
    cursor: pointer;
  }
  [id^='item-'] {
    scroll-margin-block: calc(var(--_s) * 20);
  }
  .btn {
    flex: none;
  }
  /* Below the name, which keeps its width. */
  @container (max-width: 400px) {
    .lined .row {
      flex-wrap: wrap;
    }
    .lined .grow {
      flex-basis: 100%;
    }
  }
`
