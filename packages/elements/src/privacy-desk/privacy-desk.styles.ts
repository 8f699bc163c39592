import { css } from 'lit'

export const privacyDeskStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s);
  }
  .tab {
    min-block-size: var(--_target);
    padding: var(--_s) calc(var(--_s) * 3);
    font: inherit;
    font-weight: 600;
    color: var(--_muted);
    background: none;
    border: 0;
    border-block-end: 3px solid transparent;
    cursor: pointer;
  }
  .tab[aria-selected='true'] {
    color: var(--_ink);
    border-block-end-color: var(--_accent);
  }
  .work > li {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .work .chip {
    white-space: normal;
  }
  .btn[aria-pressed='true'] {
    color: var(--_accent-text);
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8em, max-content) 1fr;
    align-items: baseline;
    gap: var(--_s) calc(var(--_s) * 4);
    margin: 0;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    align-items: end;
    gap: calc(var(--_s) * 4);
  }
  .value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  section + section {
    border-block-start: 1px solid var(--_line);
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .empty {
    padding: calc(var(--_s) * 6) calc(var(--_s) * 4);
    text-align: center;
  }
  .part th {
    white-space: normal;
  }
  @container (max-width: 480px) {
    .part th,
    .part td {
      padding-inline: var(--_s);
    }
    .facts {
      grid-template-columns: 1fr;
      row-gap: 0;
    }
    .facts dd {
      padding-block-end: calc(var(--_s) * 2);
    }
  }
`
