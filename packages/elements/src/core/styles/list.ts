import { css } from 'lit'

/** `.list`: rows separated by hairlines. `.picks`: rows that are buttons. */
export const listStyles = css`
  .list > * {
    padding: calc(var(--_s) * 4) calc(var(--_s) * 5);
  }
  .list > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .pick {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 3);
    inline-size: 100%;
    min-block-size: calc(var(--_target) * 1.4);
    padding: calc(var(--_s) * 3.5) calc(var(--_s) * 5);
    font: inherit;
    text-align: start;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .picks > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .picks > li:first-child .pick {
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .picks > li:first-child {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }
  .picks > li:last-child,
  .picks > li:last-child .pick {
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .pick:hover {
    background: var(--_accent-weak);
  }
  .pick:focus-visible {
    outline-offset: -3px;
  }
  .pick > svg:last-child {
    color: var(--_muted);
  }
`
