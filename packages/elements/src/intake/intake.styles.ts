import { css, type CSSResultGroup } from 'lit'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'

const own = css`
  .options {
    display: grid;
    gap: calc(var(--_s) * 2);
  }
  progress {
    inline-size: 100%;
    block-size: calc(var(--_s) * 1.5);
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--_line);
    accent-color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: 99px;
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  input.short {
    max-inline-size: 12em;
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s) calc(var(--_s) * 4);
    padding-block: calc(var(--_s) * 3);
  }
  .answers > div + div {
    border-block-start: 1px solid var(--_line);
  }
  .answers dt {
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.875);
  }
  .answers dd {
    grid-column: 1;
    white-space: pre-wrap;
  }
  .answers .again {
    white-space: normal;
    grid-row: 1 / span 2;
    grid-column: 2;
    align-self: center;
  }
  .help a {
    font-weight: 700;
  }
  .told .reason {
    white-space: pre-wrap;
  }
  .facts > div + div {
    margin-block-start: calc(var(--_s) * 4);
  }
  .urgent {
    border-inline-start: 4px solid var(--_danger);
  }
`

export const intakeStyles: CSSResultGroup = [bannerStyles, buttonStyles, cardStyles, fieldStyles, skeletonStyles, own]
