import { css } from 'lit'

/** `.chip`: a state in one or two words; `.ok`, `.warn`, `.bad`, `.none`. The word has the meaning, never color alone. */
export const chipStyles = css`
  .chip {
    display: inline-block;
    padding: calc(var(--_s) * 0.5) calc(var(--_s) * 2.5);
    font-size: calc(var(--_rem) * 0.8125);
    font-weight: 600;
    white-space: nowrap;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--visit-chip-background, var(--_accent-weak));
    color: var(--visit-chip-color, var(--_accent-text));
  }
  @container (max-width: 19rem) {
    .chip {
      white-space: normal;
    }
  }
  .chip.ok {
    background: var(--_ok-weak);
    color: var(--_ok);
  }
  .chip.warn {
    background: var(--_warn-weak);
    color: var(--_warn);
  }
  .chip.bad {
    background: var(--_danger-weak);
    color: var(--_danger);
  }
  .chip.none {
    background: none;
    border-color: var(--_line);
    color: var(--_muted);
  }
`
