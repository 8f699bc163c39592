import { css } from 'lit'

export const auditLogStyles = css`
  .head {
    align-items: flex-start;
    row-gap: calc(var(--_s) * 4);
  }
  .filters {
    gap: calc(var(--_s) * 2) calc(var(--_s) * 6);
    padding-block-end: calc(var(--_s) * 4);
    padding-inline: calc(var(--_s) * 5);
  }
  .filters .choice {
    border: 0;
    background: none;
    padding-inline: 0;
  }
  .filters > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .filters select {
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  /* Days below the screen are not laid out until they are near it. */
  .day {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 300px;
  }
  .entry {
    align-items: flex-start;
  }
  summary {
    inline-size: fit-content;
    padding-block: calc(var(--_s) * 1.5);
    color: var(--_accent-text);
    cursor: pointer;
  }
  ol {
    padding-block-end: var(--_s);
  }
  ol > li {
    display: flex;
    gap: calc(var(--_s) * 3);
    padding-block: calc(var(--_s) * 0.5);
  }
  ol time {
    flex: none;
    min-inline-size: 5em;
  }
  .day > h3 {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 5) 0;
    color: var(--_muted);
  }
  .visit > h4 {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 5) 0;
    font-weight: 700;
  }
  .day > .none,
  .systems > summary {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 5) calc(var(--_s) * 3);
  }
  .systems > .list {
    border-block-start: 1px solid var(--_line);
  }
  .question {
    padding-block-start: calc(var(--_s) * 3);
  }
  .questions > h3 {
    padding-block-end: 0;
  }
  .empty {
    padding: calc(var(--_s) * 8) calc(var(--_s) * 5);
    text-align: center;
  }
  .lined {
    border-block-start: 1px solid var(--_line);
  }
  @container (max-width: 480px) {
    .entry {
      flex-direction: column;
      gap: calc(var(--_s) * 2);
    }
    .entry > .btn {
      margin-inline: calc(var(--_s) * -3);
    }
  }
`
