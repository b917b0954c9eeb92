import { mountPage } from '../shared/mount.tsx';
import { Options } from './options.tsx';

void mountPage(Options, (words) => words.options.label);
