import type { Markup } from '../../html/index.ts';
import { markup } from '../../html/index.ts';
import type { PagePlace } from './page-place.ts';
import { nameOf } from './page-place.ts';

/** Returns the list from which the workspace and the entity of the page are chosen. */
export function placeSelector({ shown, chosen }: PagePlace): Markup {
  const groups = shown.definition.workspaces.map(
    (workspace) =>
      markup`<optgroup label="${workspace.slug}">${workspace.entities.map((entity) => {
        const isChosen = chosen?.workspace === workspace && chosen.entity === entity;
        return option(nameOf({ workspace, entity }), entity.name, isChosen);
      })}</optgroup>`,
  );
  return markup`<label class="place"><span class="quiet">Entity</span> <select id="place" autocomplete="off">${groups}</select></label>`;
}

function option(value: string, name: string, isChosen: boolean): Markup {
  return isChosen
    ? markup`<option value="${value}" selected>${name}</option>`
    : markup`<option value="${value}">${name}</option>`;
}
