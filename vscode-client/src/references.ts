import type { ClientCapabilities, StaticFeature } from 'vscode-languageclient/node';

/** The command that the server may put behind a code lens. */
export const SHOW_REFERENCES = 'genplan.showReferences';

/** Opens the list of completions; the server puts it behind an item that a value follows. */
const SUGGEST = 'editor.action.triggerSuggest';

/** Tells the server which commands it may use. */
export const announceCommands: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = {
      ...capabilities.experimental,
      commands: { commands: [SHOW_REFERENCES, SUGGEST] },
    };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};
