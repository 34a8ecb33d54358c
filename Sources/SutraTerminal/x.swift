import SutraCore
