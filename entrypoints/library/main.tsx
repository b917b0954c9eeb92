import { mountPage } from '../shared/mount.tsx';
import { Library } from './library.tsx';

void mountPage(Library, (words) => words.library.label);
