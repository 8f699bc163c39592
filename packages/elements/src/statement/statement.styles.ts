import { css } from 'lit'

export const statementStyles = css`
  .part {
    border-block-start: 1px solid var(--_line);
  }
  /* Visits below the screen are not laid out until they are near it. The outline of a button may pass the edge. */
  .visits > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 330px;
    overflow-clip-margin: calc(var(--_s) * 2);
  }
  .balance {
    font-size: calc(var(--_rem) * 2.25);
    line-height: 1.15;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  /* Aligned with the text above it. */
  .save {
    margin-inline-start: max(calc(var(--_s) * -4.5), -5cqi);
  }
  .money {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    row-gap: calc(var(--_s) * 1.5);
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .money dt {
    display: flex;
    align-items: baseline;
    gap: var(--_s);
  }
  .money dd {
    padding-inline-start: calc(var(--_s) * 4);
    unicode-bidi: plaintext;
    margin: 0;
    text-align: end;
  }
  .sum {
    padding-block-start: calc(var(--_s) * 1.5);
    border-block-start: 1px solid var(--_line);
    font-weight: 700;
  }
  .steps > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: calc(var(--_s) * 3);
    padding-block: var(--_s);
  }
  summary {
    inline-size: fit-content;
    white-space: nowrap;
    padding-block: calc(var(--_s) * 2.5);
    color: var(--_accent-text);
    cursor: pointer;
  }
  .lined > li {
    padding-block: calc(var(--_s) * 2.5);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .amount {
    max-inline-size: 12em;
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
  @container (max-width: 480px) {
    /* Below its content, and aligned with it. */
    .btn.end {
      margin-inline: calc(var(--_s) * -4.5) auto;
    }
    .steps > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .steps time {
      grid-column: 1 / -1;
    }
  }
`
