"""Casualties, attacks, displacement and dates from news articles, as dataframes."""
